package org.occupationalstandards.catalogue.website;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Addresses inside the site. */
final class Links {

    static String occupation(String reference, @Nullable LocalDate asOf) {
        return "/occupations/" + reference + (asOf == null ? "" : "?asOf=" + asOf);
    }

    static String version(String reference, String number) {
        return "/occupations/" + reference + "/versions/" + number;
    }

    static String consultation(String reference) {
        return "/occupations/" + reference + "/consultation";
    }

    /** What changed from one version to another. */
    static String redline(String reference, String from, String to) {
        return version(reference, from) + ".." + to;
    }

    static String list(Map<String, String> parameters) {
        return withQuery("/occupations", parameters);
    }

    static String map(Map<String, String> parameters) {
        return withQuery("/map", parameters);
    }

    static String withQuery(String path, Map<String, String> parameters) {
        if (parameters.isEmpty()) return path;
        return parameters.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&", path + "?", ""));
    }

    static @Nullable String place(@Nullable String pathway, @Nullable String cluster) {
        String place = Stream.of(pathway, cluster)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" › "));
        return place.isEmpty() ? null : place;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Links() {}
}
