package org.occupationalstandards.catalogue.bulk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.contracts.Duty;
import org.occupationalstandards.contracts.Occupation;
import org.occupationalstandards.contracts.Soc2020;
import org.occupationalstandards.contracts.Statement;

/**
 * Occupations in the vocabulary of schema.org (Occupation, CategoryCode, DefinedTerm, MonetaryAmountDistribution). Their ids
 * are relative to the address from which the file was fetched.
 */
final class LinkedData {

    static final String CONTEXT = "https://schema.org";

    static Map<String, Object> node(Occupation occupation) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("@id", "/occupations/" + occupation.reference());
        node.put("@type", "Occupation");
        node.put("identifier", occupation.reference());
        node.put("name", occupation.title());
        put(node, "alternateName", occupation.typicalJobTitles().isEmpty() ? null : occupation.typicalJobTitles());
        put(node, "description", occupation.overview());
        put(node, "occupationalCategory", category(occupation.soc2020()));
        put(node, "estimatedSalary", salary(occupation.medianSalary()));
        List<Map<String, Object>> skills = new ArrayList<>();
        occupation.knowledge().forEach(each -> skills.add(term(each)));
        occupation.skills().forEach(each -> skills.add(term(each)));
        occupation.behaviours().forEach(each -> skills.add(term(each)));
        put(node, "skills", skills.isEmpty() ? null : skills);
        List<String> duties = occupation.duties().stream().map(Duty::text).toList();
        put(node, "responsibilities", duties.isEmpty() ? null : duties);
        put(node, "occupationLocation", Map.of("@type", "Country", "name", "England"));
        return node;
    }

    private static @Nullable Map<String, Object> category(@Nullable Soc2020 soc) {
        if (soc == null) return null;
        Map<String, Object> category = new LinkedHashMap<>();
        category.put("@type", "CategoryCode");
        category.put("codeValue", soc.code());
        category.put("inCodeSet", "SOC 2020");
        put(category, "name", soc.title());
        return category;
    }

    private static @Nullable Map<String, Object> salary(@Nullable Integer median) {
        if (median == null) return null;
        return Map.of("@type", "MonetaryAmountDistribution", "currency", "GBP", "duration", "P1Y", "median", median);
    }

    private static Map<String, Object> term(Statement statement) {
        Map<String, Object> term = new LinkedHashMap<>();
        term.put("@id", "urn:uuid:" + statement.id());
        term.put("@type", "DefinedTerm");
        term.put("termCode", statement.label());
        term.put("name", statement.text());
        return term;
    }

    private static void put(Map<String, Object> node, String name, @Nullable Object value) {
        if (value != null) node.put(name, value);
    }

    private LinkedData() {}
}
