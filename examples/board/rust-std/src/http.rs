//! The Runtime API over one connection.
//! https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html

use std::io::{self, BufRead, BufReader, Error, Read, Write};
use std::net::TcpStream;

pub struct RuntimeApi {
    host: String,
    connection: BufReader<TcpStream>,
}

impl RuntimeApi {
    pub fn connect(host: &str) -> io::Result<Self> {
        let connection = BufReader::with_capacity(1 << 14, TcpStream::connect(host)?);
        Ok(Self { host: host.to_string(), connection })
    }

    /// A request's id and its event.
    pub fn next(&mut self) -> io::Result<(String, Vec<u8>)> {
        let head = format!(
            "GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\nHost: {}\r\n\r\n",
            self.host
        );
        self.connection.get_mut().write_all(head.as_bytes())?;
        let (id, event) = self.response()?;
        Ok((id.ok_or_else(|| Error::other("the Runtime API tells no request id"))?, event))
    }

    pub fn respond(&mut self, id: &str, answer: &[u8]) -> io::Result<()> {
        let head = format!(
            "POST /2018-06-01/runtime/invocation/{id}/response HTTP/1.1\r\nHost: {}\r\nContent-Length: {}\r\n\r\n",
            self.host,
            answer.len()
        );
        self.connection.get_mut().write_all(&[head.as_bytes(), answer].concat())?;
        self.response().map(|_| ())
    }

    /// The request id that its head tells, and the content.
    fn response(&mut self) -> io::Result<(Option<String>, Vec<u8>)> {
        let status = self.line()?;
        if !status.starts_with("HTTP/1.1 2") {
            return Err(Error::other(format!("the Runtime API says \"{status}\", expected 2xx")));
        }
        let (mut id, mut length) = (None, None);
        loop {
            let line = self.line()?;
            let Some((name, value)) = line.split_once(':') else { break };
            if name.eq_ignore_ascii_case("content-length") {
                length = Some(value.trim().parse().map_err(Error::other)?);
            } else if name.eq_ignore_ascii_case("lambda-runtime-aws-request-id") {
                id = Some(value.trim().to_string());
            }
        }
        let mut content = Vec::new();
        match length {
            Some(length) => self.read(length, &mut content)?,
            None => self.read_chunks(&mut content)?,
        }
        Ok((id, content))
    }

    fn read_chunks(&mut self, content: &mut Vec<u8>) -> io::Result<()> {
        loop {
            let length = usize::from_str_radix(&self.line()?, 16).map_err(Error::other)?;
            self.read(length, content)?;
            self.line()?;
            if length == 0 {
                return Ok(());
            }
        }
    }

    fn read(&mut self, length: usize, content: &mut Vec<u8>) -> io::Result<()> {
        let start = content.len();
        content.resize(start + length, 0);
        self.connection.read_exact(&mut content[start..])
    }

    /// Without its end.
    fn line(&mut self) -> io::Result<String> {
        let mut line = String::new();
        if self.connection.read_line(&mut line)? == 0 {
            return Err(Error::other("the Runtime API has closed the connection"));
        }
        line.truncate(line.trim_end().len());
        Ok(line)
    }
}
