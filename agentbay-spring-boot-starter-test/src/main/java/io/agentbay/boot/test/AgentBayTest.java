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

package io.agentbay.boot.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.autoconfigure.OverrideAutoConfiguration;
import org.springframework.boot.test.context.filter.annotation.TypeExcludeFilters;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.core.annotation.AliasFor;
import org.springframework.core.env.Environment;
import org.springframework.test.context.BootstrapWith;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Annotation for a test of what an application does in sessions, and of nothing else of
 * it: only the beans of AgentBay are there, in sessions on this machine, with neither key
 * nor network. Components of the application are left out; import those that are tested:
 *
 * <pre class="code">
 * &#064;AgentBayTest
 * &#064;Import(ReportService.class)
 * class ReportServiceTests {
 *
 *     &#064;Test
 *     void reportIsWrittenByOneCommand(&#064;Autowired ReportService reports, &#064;Autowired LocalAgentBay runtime) {
 *         reports.write();
 *         assertThat(runtime).receivedToolCall("shell", times(1));
 *     }
 *
 * }
 * </pre>
 *
 * <p>
 * For the whole application, use {@code @SpringBootTest} and
 * {@link AutoConfigureLocalAgentBay}, which also tells how the runtime is put in order
 * between tests.
 *
 * @since 0.1.0
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@BootstrapWith(AgentBayTestContextBootstrapper.class)
@ExtendWith(SpringExtension.class)
@OverrideAutoConfiguration(enabled = false)
@TypeExcludeFilters(AgentBayTypeExcludeFilter.class)
@AutoConfigureAgentBay
@AutoConfigureLocalAgentBay
@ImportAutoConfiguration
public @interface AgentBayTest {

	/**
	 * Properties of the {@link Environment} in the form {@code key=value}.
	 * @return the properties
	 */
	String[] properties() default {};

	/**
	 * Whether components are left out unless {@link #includeFilters} include them.
	 * @return whether they are
	 */
	boolean useDefaultFilters() default true;

	/**
	 * Filters for components that are added.
	 * @return the filters
	 */
	Filter[] includeFilters() default {};

	/**
	 * Filters for components that are left out.
	 * @return the filters
	 */
	Filter[] excludeFilters() default {};

	/**
	 * Auto-configurations that are left out.
	 * @return the auto-configurations
	 */
	@AliasFor(annotation = ImportAutoConfiguration.class, attribute = "exclude")
	Class<?>[] excludeAutoConfiguration() default {};

}
