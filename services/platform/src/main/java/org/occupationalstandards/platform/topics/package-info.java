/** Makes sure that the topics of the change stream exist with the settings that its promises rest on. */
@NullMarked
package org.occupationalstandards.platform.topics;

import org.jspecify.annotations.NullMarked;
