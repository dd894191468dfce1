package org.occupationalstandards.standards.importing.job;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import org.occupationalstandards.standards.importing.OccupationsCsv;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Says in the description of the API what a file looks like: the columns are those that the reader knows. */
@Component
class ImportDescription implements OpenApiCustomizer {

    static final String EXAMPLE = """
            reference,apprenticeship,title,level,route,pathway,cluster,status2018,approved,status2026,larsCode,maximumFunding,typicalDurationMonths,employers
            OCC0001,ST0001,Accountancy / taxation professional,7,"Legal, finance and accounting",Accountancy,Professional Accountant,Approved for delivery,7 November 2017,ApprovedForDelivery,204,21000,36,28
            OCC0002,ST0002,Assistant accountant,3,"Legal, finance and accounting",Accountancy,Assistant Accountant,Approved for delivery,7 September 2016,ApprovedForDelivery,133,12000,15,11
            """;

    @Override
    public void customise(OpenAPI api) {
        var path = api.getPaths() == null ? null : api.getPaths().get("/imports");
        if (path == null || path.getPost() == null) {
            return;
        }
        var post = path.getPost();
        post.setDescription(post.getDescription() + """

                The CSV has a header that names its columns, in any order:

                """ + OccupationsCsv.describe());
        post.setRequestBody(new RequestBody()
                .required(true)
                .content(new Content()
                        .addMediaType("text/plain", text("The text of a standard's public page, as copied"))
                        .addMediaType(
                                "text/csv",
                                text("A row for each occupation")
                                        .addExamples("occupations", new Example().value(EXAMPLE)))
                        .addMediaType("application/json", text("The feed as it was fetched"))));
    }

    private static MediaType text(String description) {
        return new MediaType().schema(new StringSchema().description(description));
    }
}
