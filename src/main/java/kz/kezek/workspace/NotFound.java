package kz.kezek.workspace;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** There is no such page, ticket or file, or the agent may not see it. */
final class NotFound extends ErrorResponseException {

    private static final long serialVersionUID = 1;

    NotFound() {
        super(HttpStatus.NOT_FOUND);
    }
}
