package kz.kezek.storage;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;

/**
 * The bucket's settings, {@code kezek.blobs.s3.*}.
 *
 * @param endpoint the address of the service, such as {@code https://s3.example.kz}; empty to keep bytes in the database
 * @param region as the service names its own
 * @param bucket its name; it exists already
 * @param accessKey who we are there
 * @param secretKey and what proves it
 * @param pathStyle whether the bucket's name is the first part of the path, or else of the host's name
 * @param timeout for one request with its whole answer
 */
@ConfigurationProperties(S3Settings.PREFIX)
record S3Settings(
        @DefaultValue("") String endpoint,
        @DefaultValue("us-east-1") String region,
        @DefaultValue("") String bucket,
        @DefaultValue("") String accessKey,
        @DefaultValue("") String secretKey,
        @DefaultValue("true") boolean pathStyle,
        @DefaultValue("30s") Duration timeout) {

    static final String PREFIX = "kezek.blobs.s3";

    private static final Pattern ADDRESS =
            Pattern.compile("(?<scheme>https?)://(?<host>[\\w.-]+|\\[[0-9a-fA-F:]+])(?::(?<port>\\d{1,5}))?/?");

    /** Those that the environment of this process gives, for commands that run without the program. */
    static S3Settings ofEnvironment() {
        var environment = new StandardEnvironment();
        ConfigurationPropertySources.attach(environment);
        return Binder.get(environment).bindOrCreate(PREFIX, S3Settings.class);
    }

    /** Whether there is a bucket; without an endpoint there is none. */
    boolean named() {
        return !endpoint.isBlank();
    }

    /**
     * The bucket these name, if any. Nobody asks it anything yet.
     *
     * @throws BlobsAway when they are incomplete
     */
    Optional<S3Settings> complete() {
        if (!named()) {
            return Optional.empty();
        }
        List<String> missing = Stream.of(
                        Map.entry("BUCKET", bucket),
                        Map.entry("ACCESSKEY", accessKey),
                        Map.entry("SECRETKEY", secretKey))
                .filter(setting -> setting.getValue().isBlank())
                .map(setting -> "KEZEK_BLOBS_S3_" + setting.getKey())
                .toList();
        if (!missing.isEmpty()) {
            throw new BlobsAway("KEZEK_BLOBS_S3_ENDPOINT is set without %s: set them too, or none of them."
                    .formatted(String.join(", ", missing)));
        }
        base();
        return Optional.of(this);
    }

    /** What the keys of objects are appended to. A usual port is left out, as it is left out of the signed {@code Host}. */
    String base() {
        Matcher address = ADDRESS.matcher(endpoint.strip());
        if (!address.matches()) {
            throw new BlobsAway(
                    "KEZEK_BLOBS_S3_ENDPOINT is not an address: write it as https://host or https://host:port.");
        }
        String scheme = address.group("scheme");
        String usual = scheme.equals("https") ? "443" : "80";
        String port = Optional.ofNullable(address.group("port"))
                .filter(named -> !named.equals(usual))
                .map(named -> ":" + named)
                .orElse("");
        String place = address.group("host") + port;
        return pathStyle
                ? "%s://%s/%s/".formatted(scheme, place, bucket)
                : "%s://%s.%s/".formatted(scheme, bucket, place);
    }

    /** Without the keys, for logs. */
    @Override
    public String toString() {
        return "bucket " + bucket + " at " + endpoint;
    }
}
