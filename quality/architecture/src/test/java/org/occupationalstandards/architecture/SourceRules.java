package org.occupationalstandards.architecture;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/** Rules that compiled classes do not show any more: read from the source text, tests included. */
enum SourceRules {
    NO_SLEEPING_TESTS(
            "tests wait for conditions: use Awaitility, or a clock that the test sets",
            (path, text) -> path.contains("/src/test/") && text.contains("Thread.sleep("),
            "/x/src/test/java/A.java",
            "class A { void a() throws Exception { Thread." + "sleep(10); } }"),

    NO_LOMBOK(
            "records and constructors say what they are: write them out",
            (path, text) -> text.contains("import lombok."),
            "/x/src/main/java/A.java",
            "import lombok" + ".Data;"),

    NO_IGNORED_TEST_WITHOUT_REASON(
            "a test that does not run says why: @Disabled(\"reason\"), or an assumption",
            (path, text) ->
                    Pattern.compile("@Disabled\\s*(?!\\()").matcher(text).find(),
            "/x/src/test/java/A.java",
            "@Disabled" + " class A {}"),

    PACKAGES_SAY_WHAT_THEY_ARE_FOR(
            "a package has a job: say it in a sentence above @NullMarked in package-info.java",
            (path, text) -> path.endsWith("/package-info.java") && !text.strip().startsWith("/**"),
            "/x/src/main/java/package-info.java",
            "package x;"),

    NO_NULLNESS_SILENCED(
            "a value that may be null is said to be: use @Nullable, or check it",
            (path, text) -> text.contains("@SuppressWarnings(\"NullAway\")"),
            "/x/src/main/java/A.java",
            "@SuppressWarnings(\"Null" + "Away\") class A {}"),

    NO_MACHINE_PATHS(
            "the project runs anywhere: take the folder from a setting or from a temporary directory",
            (path, text) ->
                    Pattern.compile("\"/(work|root|home)/").matcher(text).find(),
            "/x/src/main/java/A.java",
            "String path = \"/home" + "/somebody\";");

    private final String because;
    private final BiPredicate<String, String> broken;
    private final String plantedPath;
    private final String plantedText;

    SourceRules(String because, BiPredicate<String, String> broken, String plantedPath, String plantedText) {
        this.because = because;
        this.broken = broken;
        this.plantedPath = plantedPath;
        this.plantedText = plantedText;
    }

    /** A source file. */
    record Source(Path path, String text) {}

    /** The files that break this rule, each with what to do instead. */
    List<String> offences(List<Source> sources) {
        return sources.stream()
                .filter(source -> broken.test(source.path().toString(), source.text()))
                .map(source -> source.path() + ": " + because)
                .toList();
    }

    Source planted() {
        return new Source(Path.of(plantedPath), plantedText);
    }
}
