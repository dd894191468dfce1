package org.occupationalstandards.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The project keeps its rules, and each rule would notice if it did not. */
class ArchitectureTest {

    private static JavaClasses project;

    @BeforeAll
    static void read() {
        project = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.occupationalstandards");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theProjectKeeps(Rule rule) {
        rule.rule().check(project);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void anOffenderIsNoticed(Rule rule) {
        var offenders = new ClassFileImporter().importClasses(rule.offenders());

        assertThatThrownBy(() -> rule.rule().check(offenders))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("because")
                .hasMessageNotContaining("failed to check any classes");
    }

    @Test
    void everyModuleWithCodeIsLookedAt() {
        for (var module : List.of("contracts", "platform", "embedded", "catalogue", "notifications", "identity")) {
            assertThat(project.stream()
                            .map(type -> type.getPackageName())
                            .filter(name -> name.startsWith("org.occupationalstandards." + module)))
                    .as(module)
                    .isNotEmpty();
        }
    }

    static List<Rule> rules() {
        return Rules.all();
    }
}
