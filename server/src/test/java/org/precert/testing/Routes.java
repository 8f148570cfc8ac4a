package org.precert.testing;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** What a running server answers. */
public final class Routes {

    public static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE", "PATCH");

    private static final Pattern VARIABLE = Pattern.compile("\\{[^:{}]+}|\\{\\*[^{}]+}|\\*\\*?");
    private static final Pattern CHOICE = Pattern.compile("\\{[^:{}]+:([^{}|]+)(\\|[^{}]*)?}");

    private Routes() {}

    /** Method and path of all that Spring maps, the actuator included; x stands for what varies. */
    public static Set<String> mapped(ApplicationContext server) {
        Set<String> routes = new TreeSet<>();
        for (RequestMappingInfoHandlerMapping mapping :
                server.getBeansOfType(RequestMappingInfoHandlerMapping.class).values()) {
            for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
                for (String method : methods(info)) {
                    info.getPatternValues().forEach(path -> routes.add(method + " " + filled(path)));
                }
            }
        }
        return routes;
    }

    private static List<String> methods(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        return methods.isEmpty()
                ? METHODS
                : methods.stream().map(RequestMethod::name).toList();
    }

    private static String filled(String pattern) {
        String chosen = CHOICE.matcher(pattern).replaceAll("$1").replace("\\.", ".");
        return VARIABLE.matcher(chosen).replaceAll("x");
    }
}
