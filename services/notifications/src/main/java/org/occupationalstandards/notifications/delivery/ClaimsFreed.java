package org.occupationalstandards.notifications.delivery;

/** What an instance that is gone had claimed is free: look at once. */
record ClaimsFreed() {}
