package org.occupationalstandards.standards.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.standards.lifecycle.ChangeClass;
import org.occupationalstandards.standards.lifecycle.LifecyclePolicy;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PolicySettingsTest {

    private static final Pattern ROW = Pattern.compile("^\\| `([a-z.-]+)` \\| `([^`]+)` \\|.*");

    @Test
    void nothing_set_is_the_documented_practice() {
        assertThat(policy(Map.of())).isEqualTo(LifecyclePolicy.defaults());
    }

    @Test
    void the_page_for_operators_lists_every_setting_with_its_default() throws IOException {
        var documented = documented();

        assertThat(documented.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        names(PolicySettings.class, "").toList());
        assertThat(policy(documented)).isEqualTo(LifecyclePolicy.defaults());
    }

    @Test
    void what_is_set_holds() {
        var policy = policy(Map.of(
                "proposals.employers", "0",
                "proposals.small-employers", "0",
                "decisions.expected-within", "56d",
                "ballots.required-for", "revision",
                "routes", "7"));

        assertThat(policy.proposals().employers()).isZero();
        assertThat(policy.decisions().expectedWithin()).isEqualTo(Duration.ofDays(56));
        assertThat(policy.ballots().requiredFor()).containsExactly(ChangeClass.REVISION);
        assertThat(policy.routes()).containsExactly(7);
    }

    @Test
    void what_does_not_go_together_is_named_all_at_once() {
        assertThatThrownBy(() -> policy(Map.of(
                        "proposals.small-employers", "11",
                        "consultations.longest", "7d",
                        "ballots.majority-percent", "100",
                        "decisions.remind-before", "50d",
                        "routes", "1,16")))
                .isInstanceOf(WrongPolicy.class)
                .hasMessageContainingAll(
                        "standards.policy.proposals.small-employers is 11; must be from 0 to 10",
                        "standards.policy.consultations.length is PT672H; must not be longer than standards.policy.consultations.longest",
                        "standards.policy.ballots.majority-percent is 100",
                        "standards.policy.decisions.remind-before",
                        "standards.policy.routes names 16");
    }

    private static LifecyclePolicy policy(Map<String, String> settings) {
        var prefixed = new TreeMap<String, String>();
        settings.forEach((name, value) -> prefixed.put(PolicySettings.PREFIX + "." + name, value));
        return new Binder(new MapConfigurationPropertySource(prefixed))
                .bindOrCreate(PolicySettings.PREFIX, PolicySettings.class)
                .policy();
    }

    private static Map<String, String> documented() throws IOException {
        var page = Files.readString(Path.of("../../docs/operating.md"));
        var chapter = page.substring(page.indexOf("## Policy"));
        var rows = new TreeMap<String, String>();
        chapter.substring(0, chapter.indexOf("\n## ", 1))
                .lines()
                .map(ROW::matcher)
                .filter(row -> row.matches())
                .forEach(row -> rows.put(row.group(1), row.group(2)));
        return rows;
    }

    private static Stream<String> names(Class<?> type, String prefix) {
        return Arrays.stream(type.getRecordComponents()).flatMap(each -> names(each, prefix));
    }

    private static Stream<String> names(RecordComponent component, String prefix) {
        var name = prefix + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        return component.getType().isRecord() ? names(component.getType(), name + ".") : Stream.of(name);
    }
}
