package org.occupationalstandards.platform.problem;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How large a request's body may be.
 *
 * @param maximum for every path that is not named in {@code paths}
 * @param paths path prefix (such as {@code /imports}) → its own maximum; the longest prefix that fits wins
 */
@ConfigurationProperties("platform.body")
record BodyLimits(
        @DefaultValue("1MB") DataSize maximum, @DefaultValue Map<String, DataSize> paths) {

    DataSize of(String path) {
        var longest = "";
        var limit = maximum;
        for (var entry : paths.entrySet()) {
            var prefix = entry.getKey();
            if (prefix.length() > longest.length() && (path.equals(prefix) || path.startsWith(prefix + "/"))) {
                longest = prefix;
                limit = entry.getValue();
            }
        }
        return limit;
    }
}
