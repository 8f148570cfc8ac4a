package org.precert.cases.metrics;

import java.time.ZoneId;

/** The payer's time zone: its years and days. {@code precert.pas.zone}; the server's where nothing is said. */
record PayerZone(ZoneId id) {}
