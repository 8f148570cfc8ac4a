package org.precert.sight;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

/**
 * Whether the ledger can be written: the door's tables are there, and this is no standby that only reads. No row is changed and
 * none is locked: databases refuse an update where they may only read, whether there is something to change or not.
 */
record LedgerCheck(DataSource database, Duration limit) implements BooleanSupplier {

    private static final String NOTHING = "update exchange set id = id where 1 = 0";

    @Override
    public boolean getAsBoolean() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(Math.toIntExact(Math.max(1, limit.toSeconds())));
            statement.executeUpdate(NOTHING);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }
}
