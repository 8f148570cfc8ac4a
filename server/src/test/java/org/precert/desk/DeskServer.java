package org.precert.desk;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.precert.testing.DemoServer;
import org.springframework.test.context.TestPropertySource;

/** The server of the demo profile with one person more, who works for one payer alone, and one without credentials. */
@Retention(RetentionPolicy.RUNTIME)
@DemoServer
@TestPropertySource(
        properties = {
            "precert.staff.one-payer.name=Dr One Payer",
            "precert.staff.one-payer.credential=DO",
            "precert.staff.one-payer.roles=medical-director",
            "precert.staff.one-payer.payers=payer-of-one",
            // SHA-256 of one-payer-key
            "precert.staff.one-payer.key-sha256=90efea39f57faab74a7ed5f6e42ab26f4fd5c58d338866ca5d4a5c70722b532a",
            "precert.staff.clerk.name=Demo Clerk",
            "precert.staff.clerk.roles=reviewer",
            // SHA-256 of clerk-key
            "precert.staff.clerk.key-sha256=ff9dfccf6e241648c755b05e61e81ef598e5f7197ba7aac6cd46f3fda3ed6e3b",
        })
@interface DeskServer {}
