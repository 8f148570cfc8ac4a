package org.precert.testing;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** One server of the demo profile over a database file of its own, on a day that does not change; shared by the tests. */
@Retention(RetentionPolicy.RUNTIME)
@ActiveProfiles("demo")
@Import(FixedDay.class)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "precert.data=${java.io.tmpdir}/precert-test-${random.uuid}",
            "precert.base-url=http://localhost:8080",
            // Tests run beside compilers and each other; what takes long here is not what is tested.
            "precert.policies.time-limit=20s",
            "precert.crd.review-deadline=20s"
        })
public @interface DemoServer {}
