package io.agentbay.boot.test.assertj;

import org.springframework.util.Assert;

/**
 * How many times something is expected.
 *
 * @param min the smallest number
 * @param max the largest number
 */
public record Times(int min, int max) {

	public Times {
		Assert.isTrue(min >= 0 && max >= min, "'max' must not be less than 'min', and neither less than zero");
	}

	boolean include(int number) {
		return number >= this.min && number <= this.max;
	}

	@Override
	public String toString() {
		if (this.min == this.max) {
			return (this.min == 0) ? "never" : inWords(this.min);
		}
		return (this.max == Integer.MAX_VALUE) ? "at least " + inWords(this.min)
				: "%d to %s".formatted(this.min, inWords(this.max));
	}

	static String inWords(int number) {
		return (number == 1) ? "once" : number + " times";
	}

}
