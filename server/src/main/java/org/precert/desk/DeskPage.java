package org.precert.desk;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page for who has no software of their own to review with. */
@Controller
final class DeskPage {

    @GetMapping("/review-desk")
    String page() {
        return "forward:/review-desk/index.html";
    }
}
