package org.occupationalstandards.catalogue.entry;

import java.util.List;
import org.occupationalstandards.contracts.Change;
import org.occupationalstandards.contracts.ProductType;

/**
 * What happened to one product.
 *
 * @param changes of that product alone
 */
public record ProductChange(ProductType type, String code, List<Change> changes) {

    public ProductChange {
        changes = List.copyOf(changes);
    }
}
