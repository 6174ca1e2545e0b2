package kz.kezek.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Which release this is, as its jar tells. */
final class ProgramVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"kezek " + number()};
    }

    static String number() {
        return Optional.ofNullable(Kezek.class.getPackage().getImplementationVersion())
                .orElse("(not packaged)");
    }
}
