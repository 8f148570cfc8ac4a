package org.precert.pas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.precert.pas.ManyCopies.Stored;
import org.precert.testing.DemoServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Clients that lose patience, gateways that send twice, nodes that answer late: one request stays one request. */
@DemoServer
class ManyCopiesTest {

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void aThousandCopiesAtOnceGetOneAuthorization(@LocalServerPort int port) {
        ManyCopies copies = ManyCopies.send(1000, port, jdbc);
        assertThat(copies.answers()).isEqualTo(1000);
        assertThat(copies.bodies()).hasSize(1);
        assertThat(copies.isDecidedOnce()).as(copies.toString()).isTrue();
        assertThat(copies.stored()).isEqualTo(Stored.ONE_REQUEST);
    }
}
