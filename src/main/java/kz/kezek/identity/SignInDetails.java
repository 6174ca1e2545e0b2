package kz.kezek.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** What comes with login and password: the address, and the code of the second factor. */
final class SignInDetails extends WebAuthenticationDetails {

    private static final long serialVersionUID = 1;
    private static final int LONGEST_CODE = 40;

    private final String code;

    SignInDetails(HttpServletRequest request) {
        super(request);
        String given =
                Optional.ofNullable(request.getParameter("code")).orElse("").strip();
        this.code = given.length() > LONGEST_CODE ? "" : given;
    }

    String code() {
        return code;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other) && other instanceof SignInDetails details && code.equals(details.code);
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), code);
    }
}
