/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.agentbay.boot.autoconfigure;

import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Tells the whole names and the values of properties that are out of their range, or do
 * not go together. Asked before the analyzer of Spring Boot, which knows the reason only.
 */
@Order(0)
final class UnusablePropertyFailureAnalyzer extends AbstractFailureAnalyzer<BindException> {

	private static final Pattern SECRET = Pattern.compile("password|secret|token|key", Pattern.CASE_INSENSITIVE);

	private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("agentbay");

	private final @Nullable Environment environment;

	UnusablePropertyFailureAnalyzer(@Nullable Environment environment) {
		this.environment = environment;
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
		Throwable refusal = NestedExceptionUtils.getMostSpecificCause(cause);
		Class<?> type = cause.getTarget().getType().resolve(Object.class);
		if (!(refusal instanceof IllegalArgumentException) || !type.isRecord() || !isOwn(cause.getName())) {
			return null;
		}
		String reason = String.valueOf(refusal.getMessage());
		List<Parameter> named = Arrays.stream(BeanUtils.getResolvableConstructor(type).getParameters())
			.filter((parameter) -> reason.contains("'" + dashed(parameter) + "'"))
			.toList();
		return named.isEmpty() ? null : new FailureAnalysis(
				"The properties below '%s' cannot be used: %s.".formatted(cause.getName(), reason),
				named.stream()
					.map((parameter) -> line(cause.getName().append(dashed(parameter)), parameter))
					.collect(Collectors.joining("%n    ".formatted(), "Correct:%n    ".formatted(), "")),
				cause);
	}

	private static boolean isOwn(ConfigurationPropertyName name) {
		return ROOT.equals(name) || ROOT.isAncestorOf(name);
	}

	private String line(ConfigurationPropertyName name, Parameter parameter) {
		String value = (this.environment != null) ? this.environment.getProperty(name.toString()) : null;
		if (StringUtils.hasLength(value)) {
			return name + "=" + (SECRET.matcher(parameter.getName()).find() ? PropertyChecks.masked(value) : value);
		}
		DefaultValue standard = parameter.getAnnotation(DefaultValue.class);
		return name + ((standard != null) ? "=" + String.join(",", standard.value()) + " (the default)" : " (not set)");
	}

	private static String dashed(Parameter parameter) {
		return DataObjectPropertyName.toDashedForm(parameter.getName());
	}

}
