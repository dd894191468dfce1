package org.occupationalstandards.standards.importing.job;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.contracts.Product;
import org.occupationalstandards.standards.importing.ImportedStandard;
import org.occupationalstandards.standards.lifecycle.ProductStatus;
import org.occupationalstandards.standards.lifecycle.ProductType;
import org.occupationalstandards.standards.lifecycle.RegisterExisting;
import org.occupationalstandards.standards.lifecycle.Status;
import org.occupationalstandards.standards.lifecycle.content.Content;
import org.occupationalstandards.standards.lifecycle.content.Duty;
import org.occupationalstandards.standards.lifecycle.content.Option;
import org.occupationalstandards.standards.lifecycle.content.Soc2020;
import org.occupationalstandards.standards.lifecycle.content.Statement;

/** The command that takes over a standard as a file tells it. */
final class Registration {

    static RegisterExisting of(ImportedStandard standard) {
        return new RegisterExisting(
                standard.reference(),
                Status.valueOf(standard.status().name()),
                standard.version(),
                standard.level(),
                standard.route().id(),
                standard.pathway(),
                standard.cluster(),
                null,
                null,
                null,
                standard.approvedOn(),
                standard.effectiveFrom(),
                standard.effectiveTo(),
                content(standard),
                standard.products().stream().map(Registration::product).toList(),
                null,
                List.of());
    }

    private static Content content(ImportedStandard standard) {
        return new Content(
                standard.title(),
                standard.overview(),
                standard.summary(),
                standard.medianSalary(),
                soc(standard.soc2020()),
                standard.employers(),
                standard.typicalJobTitles(),
                List.of(),
                standard.keywords(),
                statements(standard.knowledge()),
                statements(standard.skills()),
                statements(standard.behaviours()),
                standard.duties().stream().map(Registration::duty).toList(),
                standard.options().stream()
                        .map(option -> new Option(option.id(), option.title()))
                        .toList(),
                standard.professionalRecognition(),
                standard.regulatedBy(),
                standard.mandatoryQualifications());
    }

    private static List<Statement> statements(List<org.occupationalstandards.contracts.Statement> statements) {
        return statements.stream()
                .map(statement -> new Statement(statement.id(), statement.text()))
                .toList();
    }

    private static Duty duty(org.occupationalstandards.contracts.Duty duty) {
        return new Duty(duty.id(), duty.text(), duty.core(), duty.criteria(), duty.ksbs(), duty.options());
    }

    private static @Nullable Soc2020 soc(org.occupationalstandards.contracts.@Nullable Soc2020 soc) {
        return soc == null
                ? null
                : new Soc2020(
                        soc.code(),
                        soc.title(),
                        soc.subUnitGroups().stream()
                                .map(group -> new Soc2020.SubUnitGroup(group.code(), group.title()))
                                .toList());
    }

    private static org.occupationalstandards.standards.lifecycle.Product product(Product product) {
        return new org.occupationalstandards.standards.lifecycle.Product(
                ProductType.valueOf(product.type().name()),
                product.code(),
                product.larsCode(),
                product.title(),
                ProductStatus.valueOf(product.status().name()),
                product.level(),
                product.typicalDurationMonths(),
                product.maximumFunding(),
                product.careerStarter(),
                product.royal(),
                product.integratedDegree());
    }

    private Registration() {}
}
