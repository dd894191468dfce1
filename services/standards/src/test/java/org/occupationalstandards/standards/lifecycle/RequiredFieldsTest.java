package org.occupationalstandards.standards.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** What is marked as required is missed wherever the command can be given, and nothing else is. */
class RequiredFieldsTest {

    private static final List<History> HISTORIES =
            Arrays.stream(Situation.values()).map(Situation::history).toList();

    /** Every command that is sent as its record; a draft is sent as a document of its own. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CHANGE_DRAFT")
    void whatIsMarkedIsWhatIsMissed(CommandName name) {
        var leftOut = new LeftOut<StandardCommand>(
                name.record(), name.creates() ? Map.of("reference", Examples.REFERENCE) : Map.of());
        Stream.concat(Stream.of(Examples.of(name)), others(name))
                .forEach(body -> HISTORIES.forEach(history -> Outcome.CALLERS.forEach(caller -> leftOut.of(
                        body,
                        command -> StandardLifecycle.decide(command, history.state(), Outcome.by(history, caller))))));

        assertThat(leftOut.missed()).isEqualTo(LeftOut.required(name.record()));
    }

    /** Those that need less than the example of their name, or have more in them. */
    private static Stream<StandardCommand> others(CommandName name) {
        return switch (name) {
            case REGISTER_EXISTING -> Stream.of(potential());
            case SAVE_PROPOSAL ->
                Stream.of(new ProposalCommand.SaveProposal(
                        null, Examples.submitProposal().employers(), null, null, null, null, null, null));
            case ANSWER_COMMENT -> Stream.of(new ConsultationCommand.AnswerComment(1, Disposition.ACCEPTED, null));
            case CAST_VOTE -> Stream.of(Examples.vote(VoteChoice.YES));
            case CORRECT_DATES ->
                Stream.of(new VersionCommand.CorrectDates("1.0", null, History.DAY.plusDays(1), "Was a slip"));
            default -> Stream.of();
        };
    }

    private static RegisterExisting potential() {
        return JsonMapper.shared().readValue("""
                {"reference": "OCC0218", "status": "POTENTIAL", "level": 2, "route": 10,
                 "content": {
                   "title": "Healthcare science assistant",
                   "soc2020": {"code": "6131", "subUnitGroups": [{"code": "6131/99"}]},
                   "options": [{"id": "00000000-0000-0003-0000-000000000001", "title": "Mortuary"}]},
                 "products": [{
                   "type": "APPRENTICESHIP", "code": "ST0218", "status": "IN_DEVELOPMENT",
                   "careerStarter": false, "royal": false, "integratedDegree": false}],
                 "progression": [{"reference": "OCC0001", "kind": "OCCUPATIONAL", "confirmed": true}]}""", RegisterExisting.class);
    }
}
