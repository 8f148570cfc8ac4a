package org.precert.platform.fhirstore;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.core.Ordered;

/**
 * Takes the DAOs and providers of resource types that are not served out of HAPI's bean graph, and makes the rest lazy.
 *
 * <p>Each DAO costs some forty look-ups by type; R4 has 146 of them, and most of HAPI's other beans are never asked for here.
 */
final class OnlyWhatIsServed implements BeanDefinitionRegistryPostProcessor, Ordered {

    private static final Pattern OF_A_TYPE = Pattern.compile("my(\\w+?)(Dao|Rp)R4");

    /** Wanted by their class, but declared by an interface: Spring finds them only once they exist. */
    private static final Set<String> EAGER = Set.of("searchParamRegistry");

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {}

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
        BeanDefinitionRegistry registry = (BeanDefinitionRegistry) factory;
        for (String name : registry.getBeanDefinitionNames()) {
            if (isUnserved(name)) {
                registry.removeBeanDefinition(name);
            } else {
                registry.getBeanDefinition(name).setLazyInit(!EAGER.contains(name));
            }
        }
    }

    private static boolean isUnserved(String beanName) {
        Matcher matcher = OF_A_TYPE.matcher(beanName);
        return matcher.matches() && !matcher.group(1).equals("System") && !ServedTypes.isKept(matcher.group(1));
    }
}
