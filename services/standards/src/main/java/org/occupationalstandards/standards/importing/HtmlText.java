package org.occupationalstandards.standards.importing;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** Text that feeds deliver as HTML, often with its tags encoded as entities: made into plain paragraphs. */
final class HtmlText {

    /** Real tags only: "less than 5 <10 kV" is text. */
    private static final Pattern TAG = Pattern.compile(
            "</?(?:p|br|ul|ol|li|strong|b|em|i|u|span|div|h[1-6]|a|table|tr|td|script|style)\\b[^<>]{0,2000}>",
            Pattern.CASE_INSENSITIVE);

    private static final Set<String> BLOCKS =
            Set.of("p", "div", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "section", "blockquote");
    private static final Set<String> LINES = Set.of("br", "tr");

    /** Paragraphs parted by an empty line, the points of a list each on a line with a bullet; no markup, no scripts. */
    static String plain(String text) {
        String decoded = text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false);
        return TAG.matcher(decoded).find() ? PlainText.paragraphs(written(decoded)) : PlainText.paragraphs(decoded);
    }

    private static String written(String html) {
        StringBuilder text = new StringBuilder(html.length());
        NodeVisitor writer = new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode words) {
                    // Line ends in the source of HTML are mere spaces.
                    text.append(words.getWholeText().replace('\r', ' ').replace('\n', ' '));
                } else if (node instanceof Element element) {
                    if (element.normalName().equals("li")) {
                        text.append("\n• ");
                    } else {
                        breakAt(element);
                    }
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element element && BLOCKS.contains(element.normalName())) {
                    text.append("\n\n");
                }
            }

            private void breakAt(Element element) {
                if (BLOCKS.contains(element.normalName())) {
                    text.append("\n\n");
                } else if (LINES.contains(element.normalName())) {
                    text.append('\n');
                }
            }
        };
        NodeTraversor.traverse(writer, Jsoup.parseBodyFragment(html).body());
        return text.toString();
    }

    private HtmlText() {}
}
