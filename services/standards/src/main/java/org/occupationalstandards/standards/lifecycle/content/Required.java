package org.occupationalstandards.standards.lifecycle.content;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a body has to say, whatever else it says: without it the command is refused. What is missed only beside something
 * else, or in some states, is not marked.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Required {}
