package io.agentbay.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The capabilities that a test proves, by their numbers in {@code capabilities.txt}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Capability {

	/**
	 * Return the numbers.
	 * @return the numbers, such as {@code 8.12}
	 */
	String[] value();

}
