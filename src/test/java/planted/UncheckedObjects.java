package planted;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;

/** Makes objects of whatever bytes it is given. */
public final class UncheckedObjects {

    public Object read(InputStream bytes) throws IOException, ClassNotFoundException {
        return new ObjectInputStream(bytes).readObject();
    }
}
