package org.precert.subscriptions;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code precert.pas.notifications.*}
 *
 * @param giveUpAfter how long a notification is tried
 * @param keep how long what was delivered can be asked for again by {@code $events}
 * @param pause between two looks for what is due
 */
@ConfigurationProperties("precert.pas.notifications")
record NotificationsProperties(
        @DefaultValue("30d") Duration giveUpAfter,
        @DefaultValue("30d") Duration keep,
        @DefaultValue("1s") Duration pause) {}
