package kz.kezek.drawing;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.CssLinkResourceTransformer;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** Style sheets, scripts, fonts and icons under addresses that carry a hash of their content, so that they may be kept for a year. */
@Configuration(proxyBeanMethods = false)
class AssetConfiguration implements WebMvcConfigurer {

    private static final String HTMX = "classpath*:/META-INF/resources/webjars/htmx.org/*/dist/htmx.min.js";
    private static final CacheControl YEAR =
            CacheControl.maxAge(java.time.Duration.ofDays(365)).cachePublic().immutable();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        serve(registry, "/assets/**", "classpath:/static/assets/", htmx());
        serve(registry, "/vendor/**", "classpath:/static/vendor/");
    }

    @Bean
    Assets assets(ObjectProvider<ResourceUrlProvider> provider) {
        Map<String, String> urls = new ConcurrentHashMap<>();
        return path -> urls.computeIfAbsent(path, file -> url(provider.getObject(), file));
    }

    private static String url(ResourceUrlProvider provider, String file) {
        String url = provider.getForLookupPath("/" + file);
        if (url == null) {
            throw new IllegalArgumentException("there is no file static/" + file);
        }
        return url;
    }

    private static void serve(ResourceHandlerRegistry registry, String pattern, String... locations) {
        registry.addResourceHandler(pattern)
                .addResourceLocations(locations)
                .setCacheControl(YEAR)
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"))
                .addTransformer(new CssLinkResourceTransformer());
    }

    /** The folder of the library's scripts, whichever version came with the program. */
    private static String htmx() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(HTMX))
                    .map(AssetConfiguration::folder)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("the program was built without htmx"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String folder(Resource script) {
        try {
            String url = script.getURL().toString();
            return url.substring(0, url.lastIndexOf('/') + 1);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
