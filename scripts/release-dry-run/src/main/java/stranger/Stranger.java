package stranger;

import io.agentbay.AgentBay;
import io.agentbay.session.Session;

import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/**
 * Counts in a session, and says with which version.
 */
@SpringBootApplication
public class Stranger {

	public static void main(String[] arguments) {
		SpringApplication.run(Stranger.class, arguments).close();
	}

	static String count(AgentBay agentBay) {
		try (Session session = agentBay.create()) {
			return session.command().run("echo $((6 * 7))").requireSuccess().stdout().strip();
		}
	}

	@Bean
	ApplicationRunner counter(AgentBay agentBay) {
		return (arguments) -> System.out.println("works with AgentBay for Spring "
				+ AgentBay.class.getPackage().getImplementationVersion() + ": " + count(agentBay));
	}

}
