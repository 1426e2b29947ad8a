#
# Copyright 2026-present the original author or authors.
#
# Licensed under the Apache License, Version 2.0 (the "License");
# you may not use this file except in compliance with the License.
# You may obtain a copy of the License at
#
#      https://www.apache.org/licenses/LICENSE-2.0
#
# Unless required by applicable law or agreed to in writing, software
# distributed under the License is distributed on an "AS IS" BASIS,
# WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
# See the License for the specific language governing permissions and
# limitations under the License.
#

# Runs R code for the AgentBay local runtime and keeps what it leaves behind.
#
# Requests come on file descriptor 3, see Interpreter.java. What the code writes goes to
# the file descriptors 1 and 2 as it is; what the driver has to say goes there, too, in
# frames, see Frames.java.

local({
  arguments <- commandArgs(FALSE)
  mark <- arguments[length(arguments)]
  script <- sub("^--file=", "", grep("^--file=", arguments, value = TRUE)[1])
  unlink(dirname(script), recursive = TRUE)
  requests <- file("/dev/fd/3", open = "rb", raw = TRUE)
  channels <- list(file("/dev/fd/1", open = "wb", raw = TRUE), file("/dev/fd/2", open = "wb", raw = TRUE))
  plots <- tempfile("plots")
  dir.create(plots)
  options(device = function(...) png(file.path(plots, "plot%03d.png"), width = 800, height = 600))
  piece_size <- 3900
  calls <- list()

  text <- function(value) {
    value <- enc2utf8(paste(as.character(value), collapse = "\n"))
    points <- utf8ToInt(value)
    if (length(points) == 1 && is.na(points)) {
      points <- utf8ToInt(iconv(value, "UTF-8", "UTF-8", sub = "byte"))
    }
    plain <- points >= 32 & points < 127 & points != 34 & points != 92
    far <- points > 65535
    escaped <- character(length(points))
    escaped[plain] <- intToUtf8(points[plain], multiple = TRUE)
    near <- !plain & !far
    escaped[near] <- sprintf("\\u%04x", as.integer(points[near]))
    rest <- points[far] - 65536
    escaped[far] <- sprintf("\\u%04x\\u%04x", as.integer(55296 + rest %/% 1024), as.integer(56320 + rest %% 1024))
    paste0("\"", paste(escaped, collapse = ""), "\"")
  }

  base64 <- function(bytes) {
    alphabet <- strsplit("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", "")[[1]]
    missing <- (3 - length(bytes) %% 3) %% 3
    groups <- matrix(as.integer(c(bytes, rep(as.raw(0), missing))), nrow = 3)
    sextets <- rbind(groups[1, ] %/% 4, (groups[1, ] %% 4) * 16 + groups[2, ] %/% 16,
                     (groups[2, ] %% 16) * 4 + groups[3, ] %/% 64, groups[3, ] %% 64)
    encoded <- alphabet[as.vector(sextets) + 1]
    if (missing > 0) {
      encoded[length(encoded) + 1 - seq_len(missing)] <- "="
    }
    paste(encoded, collapse = "")
  }

  say <- function(channel, ...) {
    fields <- list(...)
    json <- paste0("{", paste0("\"", names(fields), "\":", unlist(fields), collapse = ","), "}")
    starts <- seq(1, nchar(json), by = piece_size)
    for (start in starts) {
      kind <- if (start == starts[length(starts)]) "." else "+"
      piece <- substr(json, start, start + piece_size - 1)
      writeBin(charToRaw(paste0("\036", mark, kind, piece, "\n")), channels[[channel]])
      flush(channels[[channel]])
    }
  }

  show <- function(id, main, type, content) {
    flush(stdout())
    data <- paste0("{\"isMainResult\":", if (main) "true" else "false", ",\"", type, "\":", content, "}")
    say(1, id = id, type = "\"result\"", data = data)
  }

  show_plots <- function(id) {
    graphics.off()
    for (plot in list.files(plots, full.names = TRUE)) {
      show(id, FALSE, "image/png", text(base64(readBin(plot, "raw", file.size(plot)))))
      unlink(plot)
    }
  }

  warn <- function(condition) {
    call <- conditionCall(condition)
    where <- if (is.null(call)) "Warning message:\n" else paste0("Warning message:\nIn ", deparse(call)[1], " :\n  ")
    cat(where, conditionMessage(condition), "\n", sep = "", file = stderr())
    invokeRestart("muffleWarning")
  }

  execute <- function(id, code) {
    expressions <- parse(text = code, keep.source = FALSE)
    for (number in seq_along(expressions)) {
      value <- withCallingHandlers(
        withVisible(eval(expressions[[number]], globalenv())),
        warning = warn,
        error = function(condition) calls <<- sys.calls())
      if (value$visible) {
        printed <- utils::capture.output(print(value$value))
        show(id, number == length(expressions), "text/plain", text(printed))
      }
    }
  }

  # The calls of the code itself: those between the driver's and the handler's.
  trace <- function() {
    own <- vapply(calls, function(call) identical(call[[1]], quote(eval)), logical(1))
    first <- if (any(own)) which(own)[1] + 2 else length(calls) + 1
    kept <- if (first <= length(calls) - 2) calls[first:(length(calls) - 2)] else list()
    lines <- vapply(kept, function(call) deparse(call)[1], character(1))
    if (length(lines) == 0) "" else paste0("\nTraceback:\n", paste0(seq_along(lines), ": ", lines, collapse = "\n"))
  }

  fail <- function(id, condition) {
    interrupted <- inherits(condition, "interrupt")
    message <- if (interrupted) "the code was interrupted" else conditionMessage(condition)
    call <- conditionCall(condition)
    where <- if (is.null(call) || interrupted) "Error: " else paste0("Error in ", deparse(call)[1], " : ")
    say(1, id = id, type = "\"error\"", name = text(class(condition)[1]), value = text(message),
        traceback = text(paste0(where, message, trace())))
  }

  serve <- function() {
    line <- strsplit(readLines(requests, n = 1), " ")
    if (length(line) == 0) {
      quit(save = "no")
    }
    if (line[[1]][1] != "R") {
      return(invisible())
    }
    id <- line[[1]][2]
    code <- rawToChar(readBin(requests, "raw", as.integer(line[[1]][3])))
    Encoding(code) <- "UTF-8"
    calls <<- list()
    tryCatch(execute(id, code), error = function(condition) fail(id, condition),
             interrupt = function(condition) fail(id, condition))
    tryCatch(show_plots(id), error = function(condition) fail(id, condition))
    flush(stdout())
    say(1, id = id, type = "\"done\"")
    say(2, id = id, type = "\"done\"")
  }

  say(1, type = "\"ready\"")
  repeat {
    tryCatch(serve(), interrupt = function(condition) NULL)
  }
})
