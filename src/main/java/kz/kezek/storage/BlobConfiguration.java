package kz.kezek.storage;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where bytes go: into the database, or into the bucket of {@code kezek.blobs.s3.*}. The start does not wait for a bucket. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(S3Settings.class)
class BlobConfiguration {

    @Bean
    BlobStore blobStore(JdbcClient jdbc, S3Settings settings, MeterRegistry meters) {
        Optional<Bucket> bucket = settings.complete().map(complete -> new Bucket(complete, meters));
        var blobs = new BlobStore(jdbc, bucket);
        blobs.requireBucketIfUsed();
        return blobs;
    }
}
