package planted;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/** Has its parts set from outside after it was made. */
public final class FieldInjected {

    @Autowired
    private @Nullable Object part;

    public @Nullable Object part() {
        return part;
    }
}
