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

import io.agentbay.local.LocalAgentBay;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;

/**
 * Annotation for a test class that makes the application under test work in sessions on
 * this machine instead of the service's, with neither key nor network:
 *
 * <pre class="code">
 * &#064;SpringBootTest
 * &#064;AutoConfigureLocalAgentBay
 * class ReportTests {
 *
 *     &#064;Autowired
 *     private ReportService reports;
 *
 *     &#064;Autowired
 *     private LocalAgentBay agentBay;
 *
 *     &#064;Test
 *     void reportIsWrittenByOneCommand() {
 *         this.reports.write();
 *         assertThat(this.agentBay.journal().toolCalls("shell")).hasSize(1);
 *     }
 *
 * }
 * </pre>
 *
 * <p>
 * One {@link LocalAgentBay} serves all tests of the JVM and can be injected. It is put in
 * order between tests: each begins with an empty journal and without faults, and the
 * sessions that it created and left are deleted after it. Sessions that are older than a
 * test, such as those of a {@code @BeforeAll} method, live until the class has ended, and
 * those that the application created when it started, as long as the application. Since
 * the tests share the runtime, they must not run at the same time.
 *
 * @since 0.1.0
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ImportAutoConfiguration
public @interface AutoConfigureLocalAgentBay {

}
