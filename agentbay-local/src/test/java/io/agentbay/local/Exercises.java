package io.agentbay.local;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Names the actions and tools that a test really uses, for the table in the README. The
 * test fails when one of them has not been called with success by a {@link TestClient}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Exercised.class)
@interface Exercises {

	/**
	 * Names of actions and of tools; tools of phones that computers have as well, or
	 * might have, begin with {@value Exercised#PHONE}.
	 */
	String[] value();

}
