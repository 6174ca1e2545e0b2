package kz.kezek.api;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** What the caller did wrong, as RFC 9457 problem details. */
abstract sealed class ApiProblem extends ErrorResponseException {

    private ApiProblem(HttpStatus status, String detail) {
        super(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }

    /** 404. */
    static final class NotFound extends ApiProblem {
        NotFound(String detail) {
            super(HttpStatus.NOT_FOUND, detail);
        }
    }

    /** 409: the ticket stands where this is not possible. */
    static final class Conflict extends ApiProblem {
        Conflict(String detail) {
            super(HttpStatus.CONFLICT, detail);
        }
    }

    /** 422: a field cannot be used; its name is in {@code field}. */
    static final class Unprocessable extends ApiProblem {
        Unprocessable(String field, String detail) {
            super(HttpStatus.UNPROCESSABLE_CONTENT, detail);
            getBody().setProperty("field", field);
        }
    }
}
