package org.occupationalstandards.standards.lifecycle;

import java.util.List;

/** What events about products make of a standard: every one carries the product as it is afterwards. */
final class ProductEffects {

    static StandardState after(StandardState state, ProductEvent event) {
        Product product = event.product();
        List<Product> products = state.product(product.code()) == null
                ? Evolution.and(state.products(), product)
                : state.products().stream()
                        .map(each -> each.code().equals(product.code()) ? product : each)
                        .toList();
        return state.next().products(products).done();
    }

    private ProductEffects() {}
}
