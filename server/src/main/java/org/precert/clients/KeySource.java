package org.precert.clients;

import java.util.Optional;

/** Where the keys of a client come from. */
interface KeySource {

    /** @return the keys of now, looked for anew if none has this id; nothing if they can not be had */
    Optional<SigningKeys> knowing(String kid);
}
