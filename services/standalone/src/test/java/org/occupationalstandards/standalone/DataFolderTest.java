package org.occupationalstandards.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.occupationalstandards.embedded.CannotStart;
import org.occupationalstandards.standalone.DataFolder.Example;

class DataFolderTest {

    @TempDir
    Path parent;

    @Test
    void remembersHowFarTheExampleHasCome() {
        var path = parent.resolve("new/data");
        try (var folder = DataFolder.open(path, true)) {
            assertThat(folder.example()).isEqualTo(Example.WANTED);
        }
        try (var folder = DataFolder.open(path, true)) {
            assertThat(folder.example()).isEqualTo(Example.WANTED);
            folder.exampleIs(Example.LOADED);
        }
        try (var folder = DataFolder.open(path, true)) {
            assertThat(folder.example()).isEqualTo(Example.LOADED);
        }
    }

    @Test
    void aFolderThatWasBegunEmptyStaysWithoutExample() {
        DataFolder.open(parent.resolve("data"), false).close();
        try (var folder = DataFolder.open(parent.resolve("data"), true)) {
            assertThat(folder.example()).isEqualTo(Example.UNWANTED);
        }
    }

    @Test
    void refusesAFolderThatAnotherInstanceUses() {
        try (var first = DataFolder.open(parent.resolve("data"), true)) {
            assertThatThrownBy(() -> DataFolder.open(parent.resolve("data"), true))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("in use by another running instance");
            assertThat(first.example()).isEqualTo(Example.WANTED);
        }
    }

    @Test
    void refusesDataOfANewerVersion() throws Exception {
        DataFolder.open(parent.resolve("data"), true).close();
        Files.writeString(parent.resolve("data/version"), "2\n");

        assertThatThrownBy(() -> DataFolder.open(parent.resolve("data"), true))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("of version 2, written by a newer program; this one knows version 1");
    }

    @Test
    void refusesAFolderOfOtherThings() throws Exception {
        Files.createDirectory(parent.resolve("photos"));
        Files.writeString(parent.resolve("photos/holiday.jpg"), "");

        assertThatThrownBy(() -> DataFolder.open(parent.resolve("photos"), true))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("holds other things");
    }

    @Test
    void refusesWhatIsNoFolder() throws Exception {
        var file = Files.writeString(parent.resolve("file"), "");

        assertThatThrownBy(() -> DataFolder.open(file, true))
                .isInstanceOf(CannotStart.class)
                .hasMessage("The folder %s cannot be read and written: %s is a file.".formatted(file, file));
        assertThatThrownBy(() -> DataFolder.open(file.resolve("below"), true))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("cannot be read and written");
    }
}
