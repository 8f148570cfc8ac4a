package org.precert.clients;

/** Is told, within the transaction, that a client was registered, changed, disabled or removed. */
@FunctionalInterface
public interface ClientChange {

    void changed(String client);
}
