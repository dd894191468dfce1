package org.occupationalstandards.catalogue.website;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.NullElkProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import org.occupationalstandards.catalogue.entry.Card;
import org.occupationalstandards.catalogue.entry.Neighbour;
import org.occupationalstandards.contracts.Occupation;
import org.occupationalstandards.contracts.Tier;

/**
 * The progression map of one occupation as a drawing: tiers from left to right, one box an occupation, one arrow a link. Layers are
 * found by Eclipse ELK; the drawing itself is the template's.
 */
record ProgressionDrawing(int width, int height, List<Band> bands, List<Node> nodes, List<Arrow> arrows) {

    /** A tier's column. */
    record Band(String name, String levels, int x, int width) {}

    record Node(
            String reference,
            String title,
            String facts,
            int x,
            int y,
            int width,
            int height,
            boolean focus,
            List<String> lines) {}

    /** @param path of an SVG {@code path} element */
    record Arrow(String path, String kind, String title) {}

    private static final int BOX_WIDTH = 210;
    private static final int LINE_HEIGHT = 19;
    private static final int LETTERS_A_LINE = 25;
    private static final int HEAD = 58;
    private static final int GAP = 26;

    static {
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    }

    static ProgressionDrawing of(Occupation focus, List<Neighbour> neighbours) {
        ElkNode graph = ElkGraphUtil.createGraph();
        graph.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
        graph.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        graph.setProperty(CoreOptions.PARTITIONING_ACTIVATE, true);
        graph.setProperty(CoreOptions.PADDING, new ElkPadding(GAP));
        graph.setProperty(CoreOptions.SPACING_NODE_NODE, 22.0);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 70.0);

        Box here = new Box(focus.reference(), focus.title(), focus.level(), focus.tier(), true, graph);
        Map<String, Box> boxes = new LinkedHashMap<>();
        boxes.put(focus.reference(), here);
        Map<ElkEdge, Neighbour> links = new LinkedHashMap<>();
        for (Neighbour neighbour : neighbours) {
            Card card = neighbour.card();
            Box there = boxes.computeIfAbsent(
                    card.reference(),
                    reference -> new Box(reference, card.title(), card.level(), card.tier(), false, graph));
            links.put(
                    neighbour.onward()
                            ? ElkGraphUtil.createSimpleEdge(here.node, there.node)
                            : ElkGraphUtil.createSimpleEdge(there.node, here.node),
                    neighbour);
        }
        new LayeredLayoutProvider().layout(graph, new NullElkProgressMonitor());

        List<Node> nodes = boxes.values().stream().map(Box::drawn).toList();
        return new ProgressionDrawing(
                (int) Math.ceil(graph.getWidth()),
                (int) Math.ceil(graph.getHeight()) + HEAD,
                bands(boxes.values().stream().toList()),
                nodes,
                links.entrySet().stream()
                        .map(link -> arrow(link.getKey(), focus, link.getValue()))
                        .toList());
    }

    /** A column as wide as the boxes in it; the columns do not overlap, because ELK keeps the partitions apart. */
    private static List<Band> bands(List<Box> boxes) {
        Map<Tier, int[]> reach = new EnumMap<>(Tier.class);
        for (Box box : boxes) {
            int left = (int) box.node.getX();
            int right = left + (int) box.node.getWidth();
            reach.merge(box.tier, new int[] {left, right}, (a, b) ->
                    new int[] {Math.min(a[0], b[0]), Math.max(a[1], b[1])});
        }
        return reach.entrySet().stream()
                .map(tier -> new Band(
                        Wording.tiers(tier.getKey()),
                        Wording.levels(tier.getKey()),
                        tier.getValue()[0] - 14,
                        tier.getValue()[1] - tier.getValue()[0] + 28))
                .toList();
    }

    private static Arrow arrow(ElkEdge edge, Occupation focus, Neighbour neighbour) {
        ElkEdgeSection section = edge.getSections().getFirst();
        StringBuilder path = new StringBuilder();
        path.append(point("M", section.getStartX(), section.getStartY()));
        for (ElkBendPoint bend : section.getBendPoints()) path.append(point("L", bend.getX(), bend.getY()));
        path.append(point("L", section.getEndX(), section.getEndY()));
        String from = neighbour.onward() ? focus.title() : neighbour.card().title();
        String to = neighbour.onward() ? neighbour.card().title() : focus.title();
        return new Arrow(
                path.toString().strip(),
                neighbour.kind().wireName(),
                Legend.of(neighbour.kind()).fullName() + " from " + from + " to " + to);
    }

    private static String point(String letter, double x, double y) {
        return String.format(Locale.ROOT, "%s%.1f %.1f ", letter, x, y + HEAD);
    }

    private static final class Box {
        final String reference;
        final String title;
        final int level;
        final Tier tier;
        final boolean focus;
        final List<String> lines;
        final ElkNode node;

        Box(String reference, String title, int level, Tier tier, boolean focus, ElkNode graph) {
            this.reference = reference;
            this.title = title;
            this.level = level;
            this.tier = tier;
            this.focus = focus;
            lines = wrapped(title);
            node = ElkGraphUtil.createNode(graph);
            node.setDimensions(BOX_WIDTH, 38 + (double) LINE_HEIGHT * lines.size());
            node.setProperty(CoreOptions.PARTITIONING_PARTITION, tier.ordinal());
        }

        Node drawn() {
            return new Node(
                    reference,
                    title,
                    reference + " · Level " + level,
                    (int) node.getX(),
                    (int) node.getY() + HEAD,
                    (int) node.getWidth(),
                    (int) node.getHeight(),
                    focus,
                    lines);
        }
    }

    /** SVG does not wrap text. */
    private static List<String> wrapped(String title) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : title.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > LETTERS_A_LINE) {
                lines.add(line.toString());
                line.setLength(0);
            }
            if (!line.isEmpty()) line.append(' ');
            line.append(word);
        }
        lines.add(line.toString());
        return List.copyOf(lines);
    }
}
