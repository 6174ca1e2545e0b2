package kz.kezek.portal;

import java.util.Optional;

/**
 * A page of words only, with at most one message of what was just done.
 *
 * @param message the key of the message
 */
public record SimplePage(String template, Optional<String> message, boolean personal) implements PublicPage {}
