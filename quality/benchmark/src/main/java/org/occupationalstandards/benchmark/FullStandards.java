package org.occupationalstandards.benchmark;

import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Made-up standards as large as real ones, in the shapes that the API takes. */
final class FullStandards {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String WORDS =
            "inspects records plans maintains reports measures improves explains designs tests "
                    + "equipment samples customers structures regulations materials colleagues budgets systems hazards";
    private static final String[] WORD = WORDS.split(" ");

    /**
     * A feed as others publish it: each standard has 24 knowledge statements, 24 skills, 8 behaviours and 12 duties, about
     * what the larger half of the real ones has.
     */
    static String feed(int count) {
        ObjectNode feed = JSON.createObjectNode();
        ArrayNode list = feed.putArray("list");
        for (int number = 1; number <= count; number++) {
            ObjectNode standard = list.addObject();
            standard.put("title", "Full standard " + number).put("larsCode", 10_000 + number);
            standard.put("referenceNumber", "ST%04d".formatted(number)).put("level", 2 + number % 6);
            standard.put("maxFunding", 9000)
                    .put("typicalDuration", 18)
                    .put("route", "Digital")
                    .put("version", "1.0");
            standard.put("status", "Approved for delivery");
            standard.put("overviewOfRole", sentence(number, 0)).put("occupationalSummary", sentence(number, 1));
            standard.putArray("keywords").add("keyword " + number);
            standard.putArray("typicalJobTitles").add("Job title " + number);
            String[] knowledge = statements(standard.putArray("knowledges"), "knowledgeId", 24, number);
            String[] skills = statements(standard.putArray("skills"), "skillId", 24, number);
            String[] behaviours = statements(standard.putArray("behaviours"), "behaviourId", 8, number);
            ArrayNode duties = standard.putArray("duties");
            for (int duty = 0; duty < 12; duty++) {
                ObjectNode node = duties.addObject();
                node.put("dutyID", UUID.randomUUID().toString()).put("isThisACoreDuty", 1);
                node.put("dutyDetail", sentence(number, 100 + duty));
                node.putArray("mappedKnowledge").add(knowledge[2 * duty]).add(knowledge[2 * duty + 1]);
                node.putArray("mappedSkills").add(skills[2 * duty]).add(skills[2 * duty + 1]);
                node.putArray("mappedBehaviour").add(behaviours[duty % 8]);
            }
        }
        return JSON.writeValueAsString(feed);
    }

    private static String[] statements(ArrayNode list, String idField, int count, int number) {
        String[] ids = new String[count];
        for (int i = 0; i < count; i++) {
            ids[i] = UUID.randomUUID().toString();
            list.addObject().put(idField, ids[i]).put("detail", sentence(number, idField.length() * 50 + i));
        }
        return ids;
    }

    /** A draft as large as the largest real one: 100 statements and 20 duties. */
    static ObjectNode largestDraft() {
        ObjectNode draft = JSON.createObjectNode();
        draft.put("overview", sentence(1, 1)).put("summary", sentence(1, 2));
        for (String part : new String[] {"knowledge", "skills"}) {
            ArrayNode list = draft.putArray(part);
            for (int i = 0; i < 45; i++) list.addObject().put("text", sentence(i, part.length()));
        }
        ArrayNode behaviours = draft.putArray("behaviours");
        for (int i = 0; i < 10; i++) behaviours.addObject().put("text", sentence(i, 77));
        ArrayNode duties = draft.putArray("duties");
        for (int i = 0; i < 20; i++) {
            ArrayNode ksbs = duties.addObject()
                    .put("text", sentence(i, 99))
                    .put("core", true)
                    .putArray("ksbs");
            for (int each = 0; each < 3; each++)
                ksbs.add("K" + (1 + (3 * i + each) % 45)).add("S" + (1 + (3 * i + each) % 45));
        }
        return draft;
    }

    private static String sentence(int one, int other) {
        StringBuilder sentence =
                new StringBuilder("Number ").append(one).append(" of sort ").append(other);
        for (int i = 0; i < 14; i++)
            sentence.append(' ').append(WORD[Math.floorMod(one * 31 + other * 7 + i * i, WORD.length)]);
        return sentence.append('.').toString();
    }

    private FullStandards() {}
}
