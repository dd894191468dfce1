package org.occupationalstandards.contracts;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What stood on the main line of the history, as far back as git has it: a shallow clone begins with what it was given. */
final class MainLine {

    private final Path folder;
    private final String tip;

    private MainLine(Path folder, String tip) {
        this.folder = folder;
        this.tip = tip;
    }

    /**
     * What a file was from some commit on.
     *
     * @param number of the commit, counted from the oldest of those asked for
     * @param path from the folder that was asked
     * @param text empty where it was deleted
     */
    record Version(int number, String commit, String path, Optional<String> text) {}

    /** Up to where this branch left the main line; nothing where there is no history. */
    static Optional<MainLine> of(Path folder) throws Exception {
        for (List<String> asked : List.of(
                List.of("merge-base", "HEAD", "origin/main"),
                List.of("merge-base", "HEAD", "main"),
                List.of("rev-parse", "--verify", "--quiet", "HEAD"))) {
            Optional<String> found = git(folder, asked);
            if (found.isPresent()) return Optional.of(new MainLine(folder, found.get()));
        }
        return Optional.empty();
    }

    /** Each content that files under these paths have had, the oldest first. */
    List<Version> versions(Path... paths) throws Exception {
        var arguments = new ArrayList<>(List.of(
                "log",
                "--first-parent",
                "--diff-merges=first-parent",
                "--reverse",
                "--no-renames",
                "--no-abbrev",
                "--relative",
                "--raw",
                "--format=%H",
                tip,
                "--"));
        Stream.of(paths).map(Path::toString).forEach(arguments::add);
        var changes = new ArrayList<Change>();
        String commit = "";
        int number = 0;
        for (String line : git(folder, arguments).orElse("").split("\n")) {
            if (line.startsWith(":")) {
                changes.add(Change.of(number, commit, line));
            } else if (!line.isBlank()) {
                commit = line;
                number++;
            }
        }
        Map<String, String> texts = contents(changes.stream()
                .flatMap(each -> each.blob().stream())
                .distinct()
                .toList());
        return changes.stream()
                .map(each -> new Version(
                        each.number(), each.commit(), each.path(), each.blob().map(texts::get)))
                .toList();
    }

    private record Change(int number, String commit, String path, Optional<String> blob) {

        /** @param line such as {@code :100644 100644 <before> <after> M<tab>path} */
        static Change of(int number, String commit, String line) {
            String[] halves = line.split("\t", 2);
            String[] facts = halves[0].split(" ");
            return new Change(
                    number, commit, halves[1], facts[4].equals("D") ? Optional.empty() : Optional.of(facts[3]));
        }
    }

    /** All of them by one process: a process for each would take seconds. */
    private Map<String, String> contents(List<String> blobs) throws Exception {
        Process git = new ProcessBuilder("git", "cat-file", "--batch")
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Thread asking = Thread.startVirtualThread(() -> {
            try (var questions = git.outputWriter(StandardCharsets.UTF_8)) {
                for (String blob : blobs) questions.write(blob + "\n");
            } catch (IOException ended) {
                throw new UncheckedIOException(ended);
            }
        });
        var texts = new HashMap<String, String>();
        try (var answers = new DataInputStream(new BufferedInputStream(git.getInputStream()))) {
            for (String blob : blobs) texts.put(blob, content(answers));
        }
        asking.join();
        return texts;
    }

    /** A line with name, kind and length, that many bytes, and a line feed. */
    @SuppressWarnings("deprecation")
    private static String content(DataInputStream answers) throws IOException {
        String[] head = answers.readLine().split(" ");
        String text = new String(answers.readNBytes(Integer.parseInt(head[2])), StandardCharsets.UTF_8).strip();
        answers.readNBytes(1);
        return text;
    }

    private static Optional<String> git(Path folder, List<String> arguments) throws Exception {
        try {
            Process git = new ProcessBuilder(
                            Stream.concat(Stream.of("git"), arguments.stream()).toList())
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String answer = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 && !answer.isEmpty() ? Optional.of(answer) : Optional.empty();
        } catch (IOException noGit) {
            return Optional.empty();
        }
    }
}
